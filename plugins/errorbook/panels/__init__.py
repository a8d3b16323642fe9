"""Packs the lookup as a panel of another program: an extension of a browser, an app of a help desk.

`page` is what all of them show: the site's own box, cards, index and style, and no copy of them. `extension`
and `zendesk` put what their program wants around it, `formats` names them.
Nothing here writes files, or lets a panel ask for anything over the network.
"""
