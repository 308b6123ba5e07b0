namespace Trame.Foundation.Time;

/// <summary>From and To as typed in a form: "09:00", "9h30"... Both empty: no span.</summary>
public sealed record GridSpan(string From, string To);
