using NodaTime;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Text;

namespace Trame.Deliberate.Panels;

/// <summary>
/// A citizens' convention drawn by lot. Holds: letters leave once everything is promised; who may be drawn is fixed before the public values are known, and the draw follows
/// from them; each recommendation gets a reasoned answer; minority reports stay. Nobody's name is here.
/// </summary>
public sealed class Convention : IVersioned
{
    public const int NameLength = 150;

    private Convention() { }

    public Convention(string name, string slug, Guid territoryId, Instant at) => (Name, Slug, TerritoryId, CreatedAt) = (name, slug, territoryId, at);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Guid TerritoryId { get; private set; }
    public ConventionStage Stage { get; private set; }
    public string Question { get; private set; } = "";
    public string Decider { get; private set; } = "";
    public string Promise { get; private set; } = "";
    public int Seats { get; private set; }
    public int Reserves { get; private set; }
    public int Letters { get; private set; }
    public string Eligibility { get; private set; } = "";
    public LocalDate? AnswersUntil { get; private set; }
    public LocalDate? DrawsOn { get; private set; }
    public string DrawPlace { get; private set; } = "";
    public string Source { get; private set; } = "";
    public long? AllowanceCents { get; private set; }
    public string Help { get; private set; } = "";
    public List<PanelValue> Values { get; private set; } = [];

    /// <summary>The base list, in numbers, with its hash; null until one was read.</summary>
    public ListReport? List { get; private set; }

    /// <summary>Public values that drew the letters; empty until then.</summary>
    public string LetterValues { get; private set; } = "";
    public int LettersMade { get; private set; }
    public string Commitment { get; private set; } = "";
    public List<PanelChance> Chances { get; private set; } = [];

    /// <summary>Public values that drew the panel.</summary>
    public string DrawValues { get; private set; } = "";
    public int? Drawn { get; private set; }
    public LocalDate? DrawnOn { get; private set; }
    public List<PanelSession> Sessions { get; private set; } = [];
    public List<PanelRecommendation> Recommendations { get; private set; } = [];
    public List<DebateAnswer> Answers { get; private set; } = [];
    public LocalDate? AnsweredOn { get; private set; }

    /// <summary>What was erased, in words anyone reads, with its fingerprint.</summary>
    public string PurgeStatement { get; private set; } = "";
    public LocalDate? PurgedOn { get; private set; }
    public Instant CreatedAt { get; private set; }
    public int Version { get; private set; } = 1;

    public ConventionFrame Frame => new(Question, Decider, Promise, Seats, Reserves, Letters, Eligibility, AnswersUntil, DrawsOn, DrawPlace, Source, AllowanceCents, Help, Values);

    public IReadOnlyList<string> Categories => [.. Values.Select(v => v.Category).Distinct(StringComparer.CurrentCultureIgnoreCase)];

    public IEnumerable<string> ValuesOf(string category) => Values.Where(v => v.Category.Equals(category, StringComparison.CurrentCultureIgnoreCase)).Select(v => v.Value);

    public Outcome Set(string name, ConventionFrame f)
    {
        if (Blank.Is(name)) return new Refusal("convention.name.missing", "Name");
        if (Stage is not (ConventionStage.Draft or ConventionStage.Open)) return new Refusal("convention.frame.committed");
        if (Stage == ConventionStage.Open && (f.Question, f.Decider, f.Promise, f.Eligibility, f.AllowanceCents) != (Question, Decider, Promise, Eligibility, AllowanceCents)) return new Refusal("convention.frame.open");
        if (LettersMade > 0 && !f.Values.Select(v => (v.Category, v.Value)).SequenceEqual(Values.Select(v => (v.Category, v.Value)))) return new Refusal("convention.frame.words", "Values");
        Name = name.Trim();
        (Question, Decider, Promise, Seats, Reserves, Letters, Eligibility) = (f.Question, f.Decider, f.Promise, f.Seats, f.Reserves, f.Letters, f.Eligibility);
        (AnswersUntil, DrawsOn, DrawPlace, Source, AllowanceCents, Help, Values) = (f.AnswersUntil, f.DrawsOn, f.DrawPlace, f.Source, f.AllowanceCents, f.Help, [.. f.Values]);
        return Outcome.Done;
    }

    /// <summary>All that is missing before letters leave, each by its name.</summary>
    public IEnumerable<Refusal> Lacks(LocalDate today)
    {
        if (Blank.Is(Question)) yield return new("convention.lacks.question", "Question");
        if (Blank.Is(Decider)) yield return new("convention.lacks.decider", "Decider");
        if (Blank.Is(Promise)) yield return new("convention.lacks.promise", "Promise");
        if (Seats is < 5 or > ConventionFrame.MostSeats) yield return new("convention.lacks.seats", "Seats", $"{ConventionFrame.MostSeats}");
        if (Letters < Seats * 2 || Letters > ConventionFrame.MostLetters) yield return new("convention.lacks.letters", "Letters", $"{ConventionFrame.MostLetters}");
        if (Blank.Is(Eligibility)) yield return new("convention.lacks.eligibility", "Eligibility");
        if (AnswersUntil is null || DrawsOn is null) yield return new("convention.lacks.dates", "AnswersUntil");
        else if (AnswersUntil <= today || DrawsOn <= AnswersUntil) yield return new("convention.lacks.order", "AnswersUntil");
        if (Blank.Is(DrawPlace)) yield return new("convention.lacks.place", "DrawPlace");
        if (Blank.Is(Source)) yield return new("convention.lacks.source", "Source");
        if (AllowanceCents is null) yield return new("convention.lacks.allowance", "Allowance");
        if (Values.Count == 0) yield return new("convention.lacks.values", "Values");
        foreach (var category in Categories)
        {
            var values = Values.Where(v => v.Category.Equals(category, StringComparison.CurrentCultureIgnoreCase)).ToList();
            if (values.Sum(v => v.Min) > Seats) yield return new("convention.lacks.min", "Values", category, $"{values.Sum(v => v.Min)}", $"{Seats}");
            if (values.Sum(v => (long)v.Max) < Seats) yield return new("convention.lacks.max", "Values", category, $"{values.Sum(v => (long)v.Max)}", $"{Seats}");
        }
    }

    public Outcome Open(LocalDate today)
    {
        if (Stage != ConventionStage.Draft) return new Refusal("convention.open.already");
        var lacking = Outcome.Of(Lacks(today));
        if (lacking.Accepted) Stage = ConventionStage.Open;
        return lacking;
    }

    /// <summary>Which list the letters will be drawn from is said before the values that draw them.</summary>
    public Outcome Receive(ListReport list)
    {
        if (Stage != ConventionStage.Open) return new Refusal("convention.list.closed");
        if (LettersMade > 0) return new Refusal("convention.list.drawn");
        if (list.People == 0) return new Refusal("convention.list.nobody", "Given");
        List = list;
        return Outcome.Done;
    }

    public Outcome Send(string values, string hash, int letters)
    {
        if (Stage != ConventionStage.Open) return new Refusal("convention.list.closed");
        if (LettersMade > 0) return new Refusal("convention.list.drawn");
        if (List is null) return new Refusal("convention.list.first", "Given");
        if (List.Hash != hash) return new Refusal("convention.list.other", "Given");
        if (Blank.Is(values)) return new Refusal("convention.values.missing", "Values");
        (LetterValues, LettersMade) = (values.Trim(), letters);
        return Outcome.Done;
    }

    public Outcome Commit(string commitment, IEnumerable<PanelChance> chances)
    {
        if (Stage != ConventionStage.Open) return new Refusal("convention.commit.already");
        (Stage, Commitment, Chances) = (ConventionStage.Committed, commitment, [.. chances]);
        return Outcome.Done;
    }

    public Outcome Reveal(string values, int drawn, LocalDate today)
    {
        if (Stage != ConventionStage.Committed) return new Refusal("convention.reveal.stage");
        if (Blank.Is(values)) return new Refusal("convention.values.missing", "Values");
        (Stage, DrawValues, Drawn, DrawnOn) = (ConventionStage.Drawn, values.Trim(), drawn, today);
        return Outcome.Done;
    }

    public Outcome Hold(PanelSession session)
    {
        if (Stage != ConventionStage.Drawn) return new Refusal("convention.work.stage");
        if (Blank.Is(session.Title)) return new Refusal("convention.session.title", "Title");
        if (Sessions.Count >= PanelSession.Most) return new Refusal("debates.tell.too-many");
        Sessions = [.. Sessions.Append(session).OrderBy(s => s.Day, StringComparer.Ordinal)];
        return Outcome.Done;
    }

    public Outcome Recommend(PanelRecommendation said)
    {
        if (Stage != ConventionStage.Drawn) return new Refusal("convention.work.stage");
        if (Blank.Is(said.Text)) return new Refusal("debates.tell.nothing", "Text");
        if (said.For < 0 || said.Against < 0 || said.Abstain < 0 || said.For + said.Against + said.Abstain is 0 || said.For + said.Against + said.Abstain > Seats) return new Refusal("convention.votes.wrong", "For", $"{Seats}");
        if (Recommendations.Count >= PanelRecommendation.Most) return new Refusal("debates.tell.too-many");
        Recommendations = [.. Recommendations, said];
        return Outcome.Done;
    }

    /// <summary>What a minority holds is annexed, in its words.</summary>
    public Outcome Annex(Guid recommendationId, string text)
    {
        if (Stage is not (ConventionStage.Drawn or ConventionStage.Answered)) return new Refusal("convention.work.stage");
        if (Recommendations.FirstOrDefault(r => r.Id == recommendationId) is not { } said) return Refusal.Gone;
        if (Blank.Is(text)) return new Refusal("debates.tell.nothing", "Minority");
        if (said.Minority.Count >= PanelRecommendation.MostMinority) return new Refusal("debates.tell.too-many");
        Recommendations = [.. Recommendations.Select(r => r.Id == recommendationId ? r with { Minority = [.. r.Minority, text.Trim()] } : r)];
        return Outcome.Done;
    }

    /// <summary>One reasoned answer for each recommendation, or none.</summary>
    public Outcome Answer(IReadOnlyList<DebateAnswer> answers, LocalDate today)
    {
        if (Stage != ConventionStage.Drawn || Recommendations.Count == 0) return new Refusal("convention.answer.stage");
        var refusals = Recommendations.Where(r => answers.FirstOrDefault(a => a.ItemId == r.Id) is not { } answer || Blank.Is(answer.Reason)).Select(r => new Refusal("debates.answer.no-reason", $"Reason-{r.Id}", r.Text)).ToList();
        if (refusals.Count > 0) return Outcome.Of(refusals);
        Answers = [.. Recommendations.Select(r => answers.First(a => a.ItemId == r.Id) with { })];
        (Stage, AnsweredOn) = (ConventionStage.Answered, today);
        return Outcome.Done;
    }

    public Outcome Purge(string statement, LocalDate today)
    {
        if (PurgedOn is not null) return new Refusal("convention.purge.already");
        (PurgeStatement, PurgedOn) = (statement, today);
        return Outcome.Done;
    }
}
