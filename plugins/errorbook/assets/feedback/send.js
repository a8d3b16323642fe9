// Sends an answer to "Did this fix it?" to the site's own endpoint, when somebody says so.
// A script of its own: it is only there on sites that set such an endpoint, and the lookup has no part in it.

{
  /** @type {import("./feedback-form.js").Sender} */
  const send = async (endpoint, fields) => {
    const answer = await fetch(endpoint, {
      method: "POST",
      body: new URLSearchParams(fields),
      credentials: "omit",
      referrerPolicy: "no-referrer",
    });
    return answer.ok;
  };
  const page = /** @type {{errorbook: {receive: (kind: string, value: unknown) => void}}} */ (
    /** @type {unknown} */ (globalThis)
  );
  page.errorbook.receive("sender", send);
}
