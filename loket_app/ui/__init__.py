"""The screens: Qt Widgets, one folder an area, one public class a file. They know services, never the store."""

from loket_app.ui.unscanned import leave_modules_unread

leave_modules_unread()
