namespace Trame.Foundation.Ui;

/// <summary>A step of something that goes from a beginning to an end; « _Steps » draws the line: gold behind, indigo here, grey ahead.</summary>
public sealed record StepView(string Label, StepState State, string? Note = null, string? Href = null);
