using Trame.Foundation.Ui;

namespace Trame.Observe.Indicators;

/// <summary>A document in which reference values were read.</summary>
public sealed record ReferenceDocument(string Key, InBothLanguages Title);
