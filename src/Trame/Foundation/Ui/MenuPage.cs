namespace Trame.Foundation.Ui;

/// <summary>A page one step below a step of the menu, shown while one is in that step, and on the plan of the site; declared by the room that has it.</summary>
/// <param name="Step">Key of the step; of a part of the plan (<c>plan.{step}</c>) when the menu has no such step.</param>
/// <param name="Only">Shown to those who may do this somewhere; to all when null.</param>
public sealed record MenuPage(string Step, int Order, string Path, string TextKey, Web.Act? Only = null);
