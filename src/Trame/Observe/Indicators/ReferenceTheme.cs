using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary>A shelf of reference values.</summary>
public sealed record ReferenceTheme(string Key, InBothLanguages Name);
