using Trame.Foundation.Ui;

namespace Trame.Observe.Practices;

/// <summary>What a practice is about.</summary>
public sealed record PracticeTheme(string Key, InBothLanguages Name);
