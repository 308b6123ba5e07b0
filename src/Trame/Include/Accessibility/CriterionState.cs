namespace Trame.Include.Accessibility;

/// <summary>What is known of a criterion that no tool can check.</summary>
public enum CriterionState
{
    ToDo,
    Checked,
    NotApplicable,
}
