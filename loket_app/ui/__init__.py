"""The screens: Qt Widgets, one folder an area, one public class a file. They know services, never the store."""

from loket_app.ui.lasting import make_lasting

make_lasting()
