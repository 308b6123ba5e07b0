namespace Trame.Foundation.Ui;

/// <summary>A page one step below a step of the menu, shown while one is in that step; declared by the room that has it.</summary>
/// <param name="Step">Key of the step.</param>
public sealed record MenuPage(string Step, int Order, string Path, string TextKey);
