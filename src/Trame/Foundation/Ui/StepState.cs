namespace Trame.Foundation.Ui;

/// <summary>Where a step stands.</summary>
public enum StepState { Done, Current, ToCome }
