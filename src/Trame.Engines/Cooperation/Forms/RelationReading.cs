namespace Trame.Engines.Cooperation.Forms;

/// <summary>What a relation is, from observed facts, beside what it is called. Facts qualify a relation, not intentions.</summary>
/// <param name="Form">The form of working together.</param>
/// <param name="Freedom">How free.</param>
/// <param name="Regulation">By what rules.</param>
/// <param name="Gaps">Between declared and found; empty when nothing was declared.</param>
/// <param name="LeadsToMerger">Whether the texts foresee a merger; null when not known. To be said before anyone signs.</param>
public sealed record RelationReading(Decision<WorkingForm> Form, Decision<Freedom> Freedom, Decision<Regulation> Regulation, IReadOnlyList<Gap> Gaps, bool? LeadsToMerger)
{
    /// <param name="facts">What was observed.</param>
    /// <param name="declared">The form that the partners say, or null.</param>
    /// <param name="declaredFreedom">How free they say it is, or null.</param>
    public static RelationReading Of(RelationFacts facts, WorkingForm? declared = null, Freedom? declaredFreedom = null)
    {
        var (form, freedom) = (Decision<WorkingForm>.Of(FormTables.Forms, facts), Decision<Freedom>.Of(FormTables.Freedoms, facts));
        var gaps = new List<Gap>();
        if (declared is { } said) gaps.Add(Between(said, form));
        if (declaredFreedom is { } free) gaps.Add(Between(free, freedom));
        return new(form, freedom, Decision<Regulation>.Of(FormTables.Regulations, facts), [.. gaps.Distinct()], facts[RelationQuestion.MergerPath]);
    }

    private static Gap Between(WorkingForm said, Decision<WorkingForm> found) =>
        found.Found == said ? Gap.None
        : found.Found == WorkingForm.Control ? Gap.ControlByAnotherName
        : found.Found is null && found.Possible.Contains(said) ? Gap.NotKnown : Gap.OtherForm;

    private static Gap Between(Freedom said, Decision<Freedom> found) =>
        found.Found == said ? Gap.None
        : found.Found == Forms.Freedom.Imposed && said == Forms.Freedom.Free ? Gap.ImposedCalledFree
        : found.Found is null && found.Possible.Contains(said) ? Gap.NotKnown : Gap.OtherForm;
}
