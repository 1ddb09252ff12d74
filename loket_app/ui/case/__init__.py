"""One case on screen: header, six steps, and the advice beside them."""
