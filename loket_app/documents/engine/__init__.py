"""Text in every script on a PDF page: direction, fonts, shaping, lines, blocks, pages. It knows nothing of cases."""
