using NodaTime;
using Trame.Foundation.Data;

namespace Trame.Registers.Occasions;

// The rules of who said what: each source keeps its own word on each field, and a person's choice decides which is shown.
public abstract partial class Occasion
{
    /// <summary>Someone who knows says what a field is; the answer is shown from now on, and the others' words stay beside it.</summary>
    public Outcome Describe(OccasionField field, string value, string source, Instant at)
    {
        if (string.IsNullOrWhiteSpace(source)) return new Refusal("occasions.source.missing", "Source");
        var before = Said(field);
        var outcome = field.Write(this, value);
        if (!outcome.Accepted) return outcome;
        if (before.Value.Length > 0 && before.Source != source) Replace(before); // the word that is no longer shown is not lost
        Show(field, source, at);
        return Outcome.Done;
    }

    /// <summary>A machine brings what a source says; it is shown only where nobody else has spoken, or where that source was shown already.</summary>
    public Outcome Hear(OccasionField field, string value, string source, Instant at)
    {
        var current = field.Read(this);
        var speaker = ShownSource(field);
        if (current.Length == 0 || speaker == source) return Describe(field, value, source, at);
        var outcome = field.Check(this, value, out var canonical);
        if (!outcome.Accepted) return outcome;
        Replace(new FieldSource(field.Key, source, canonical, at, Shown: false));
        return Outcome.Done;
    }

    /// <summary>Which source stands behind what is shown of a field.</summary>
    public string ShownSource(OccasionField field) => Sources.FirstOrDefault(s => s.Field == field.Key && s.Shown)?.Source ?? Source;

    /// <summary>When the shown word was said.</summary>
    public Instant ShownAt(OccasionField field) => Sources.FirstOrDefault(s => s.Field == field.Key && s.Shown)?.At ?? SourceAt;

    /// <summary>Other sources that say something else of this field.</summary>
    public IEnumerable<FieldSource> Disagreements(OccasionField field)
    {
        var shown = field.Read(this);
        return Sources.Where(s => s.Field == field.Key && !s.Shown && s.Value != shown && s.Value.Length > 0);
    }

    public Outcome Verify(string by, Instant at)
    {
        if (Status == OccasionStatus.Closed) return new Refusal("occasions.verify.closed");
        (VerifiedAt, VerifiedBy) = (at, by);
        ChangedAt = at;
        return Outcome.Done;
    }

    public Outcome Close(string note, Instant at)
    {
        if (Status == OccasionStatus.Closed) return new Refusal("occasions.close.already");
        (Status, StatusNote, ClosedAt, ChangedAt, NextAt) = (OccasionStatus.Closed, note, at, at, null);
        return Outcome.Done;
    }

    public Outcome Pause(string note, Instant at)
    {
        if (Status == OccasionStatus.Closed) return new Refusal("occasions.verify.closed");
        (Status, StatusNote, ChangedAt) = (OccasionStatus.Paused, note, at);
        return Outcome.Done;
    }

    public Outcome Reopen(Instant at)
    {
        if (MergedIntoId is not null) return new Refusal("occasions.reopen.merged");
        (Status, StatusNote, ClosedAt, ChangedAt) = (OccasionStatus.Open, "", null, at);
        return Outcome.Done;
    }

    /// <summary>Two records of the same thing become one: every word of every source is kept on the one that stays.</summary>
    public Outcome Absorb(Occasion duplicate, Instant at)
    {
        if (duplicate.Id == Id) return new Refusal("occasions.merge.itself");
        if (duplicate.Kind != Kind) return new Refusal("occasions.merge.kinds");
        if (MergedIntoId is not null || duplicate.MergedIntoId is not null) return new Refusal("occasions.merge.already");
        foreach (var field in OccasionField.For(Kind))
        {
            var theirs = duplicate.Said(field);
            foreach (var word in duplicate.Sources.Where(s => s.Field == field.Key).Append(theirs).Where(w => w.Value.Length > 0)) Keep(word);
            if (theirs.Value.Length > 0 && field.Read(this).Length == 0) Prefer(field, theirs.Source, theirs.Value, at);
        }
        Codes = duplicate.Codes.Concat(Codes).GroupBy(c => c.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        Photos = [.. Photos.Union(duplicate.Photos)];
        (duplicate.MergedIntoId, duplicate.Status, duplicate.ClosedAt, duplicate.ChangedAt, duplicate.NextAt) = (Id, OccasionStatus.Closed, at, at, null);
        ChangedAt = at;
        return Outcome.Done;
    }

    /// <summary>Undoes a merge on the side of the record that had disappeared.</summary>
    public Outcome Split(Instant at)
    {
        if (MergedIntoId is null) return new Refusal("occasions.split.not-merged");
        (MergedIntoId, Status, ClosedAt, ChangedAt) = (null, OccasionStatus.Open, null, at);
        return Outcome.Done;
    }

    /// <summary>Undoes a merge on the side of the record that stayed: a field that the merge changed, and nobody since, says again what it said.</summary>
    /// <param name="before">Each field that the merge changed, as it was.</param>
    /// <param name="words">The words that came with the other record: they go back with it.</param>
    internal void Release(IEnumerable<FieldSource> before, IEnumerable<FieldSource> words, Instant at)
    {
        foreach (var said in before)
        {
            var field = OccasionField.Named(said.Field);
            if (said.Value.Length > 0) Keep(said);
            if (said.Value.Length == 0) Silence(field);
            else Prefer(field, said.Source, said.Value, at);
        }
        var gone = words.Select(w => (w.Field, w.Source, w.Value)).ToHashSet();
        Sources = [.. Sources.Where(s => s.Shown || !gone.Contains((s.Field, s.Source, s.Value)))];
        ChangedAt = at;
    }

    /// <summary>Shows another source's word; the word shown until now stays beside it.</summary>
    public Outcome Prefer(OccasionField field, string source, string value, Instant at)
    {
        if (!Sources.Any(s => Speaks(s, field, source, value))) return new Refusal("occasions.choose.unknown", field.Key);
        var before = Said(field);
        var outcome = field.Write(this, value);
        if (!outcome.Accepted) return outcome;
        if (before.Value.Length > 0) Keep(before);
        Sources = [.. Sources.Select(s => s.Field == field.Key ? s with { Shown = Speaks(s, field, source, value) } : s)];
        ChangedAt = at;
        return Outcome.Done;
    }

    /// <summary>What is shown of a field, with who says so.</summary>
    public FieldSource Said(OccasionField field) => new(field.Key, ShownSource(field), field.Read(this), ShownAt(field), Shown: false);

    /// <summary>For whom this record is theirs to keep true: hosts and members are given roles in one of these scopes.</summary>
    public virtual IReadOnlyList<Guid> Scopes() => OrganisationId is { } organisation ? [Id, organisation] : [Id];

    /// <summary>What was said of one organisation is now said of another: two records were one, or are two again.</summary>
    /// <param name="speaks">Which sources are heard.</param>
    internal void Follow(Guid from, Guid to, Func<string, bool> speaks, Instant at)
    {
        var field = OccasionField.Named("organisation");
        var shown = ShownSource(field);
        Sources = [.. Sources.Select(s => s.Field == field.Key && s.Value == $"{from}" && speaks(s.Source) ? s with { Value = $"{to}" } : s)];
        if (OrganisationId == from && speaks(shown)) OrganisationId = to;
        ChangedAt = at;
    }

    public void Identify(string scheme, string value) => Codes = new(Codes) { [scheme] = value };

    private void Show(OccasionField field, string source, Instant at)
    {
        Sources = [.. Sources.Select(s => s.Field == field.Key ? s with { Shown = false } : s)];
        Replace(new FieldSource(field.Key, source, field.Read(this), at, Shown: true));
        ChangedAt = at;
    }

    private void Silence(OccasionField field)
    {
        if (!field.Write(this, "").Accepted) return; // a name or a commune is never empty: what is shown stays
        Sources = [.. Sources.Select(s => s.Field == field.Key ? s with { Shown = false } : s)];
    }

    private static bool Speaks(FieldSource word, OccasionField field, string source, string value) =>
        word.Field == field.Key && word.Source == source && word.Value == value;

    // Two records may hold two words of one source: a merge keeps both, the source itself may settle it later.
    private void Keep(FieldSource said)
    {
        if (!Sources.Any(s => s.Field == said.Field && s.Source == said.Source && s.Value == said.Value)) Sources = [.. Sources, said with { Shown = false }];
    }

    private void Replace(FieldSource said) =>
        Sources = [.. Sources.Where(s => s.Field != said.Field || s.Source != said.Source), said];
}
