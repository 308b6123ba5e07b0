namespace Trame.Foundation.Ui;

/// <summary>Why there is nothing else to show.</summary>
public enum StateKind { Empty, Loading, Offline, Forbidden, NotFound, Expired, Broken }
