using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Ui;
using Trame.Foundation.Web;

namespace Trame.Deliberate.Debates;

/// <summary>What the pages of one debate share: finding it, its steps, its trail, the channel that is spoken through.</summary>
public abstract class DebatePage(TrameDb db) : TramePage
{
    protected TrameDb Db => db;

    public Debate Debate { get; private set; } = null!; // every handler finds it first, or answers 404

    /// <summary>How what is typed here reached us; anyone but those who hold the debate is online.</summary>
    [BindProperty] public string Channel { get; set; } = "online";

    public LocalDate Today => SpaceCalendar.Of(Here.Settings).Today(db.Now);

    public string Path => $"{Request.PathBase}/debats/{Debate.Slug}";

    public bool MayRun => May(DebateActs.Run);

    public bool MayAnswer => May(DebateActs.Answer);

    public IReadOnlyList<Crumb> Trail(params string[] here) => [new(Texts.Get("debates.list.crumb"), $"{Request.PathBase}/debats"), .. here.Length == 0 ? (Crumb[])[new(Debate.Name)] : [new(Debate.Name, Path), new(here[0])]];

    /// <summary>Objects, options; the four steps; the answer: gold behind once something of it can be read.</summary>
    public IReadOnlyList<StepView> Steps
    {
        get
        {
            (string Key, bool Done)[] steps =
            [
                ("framed", Debate.Stage is DebateStage.Open or DebateStage.Answered), ("express", Debate.Notes.Any(n => n.Step == DebateStep.Express)), ("analyse", Debate.Contradictions.Count > 0),
                ("deliberate", Debate.Notes.Any(n => n.Step == DebateStep.Deliberate)), ("arbitrate", Debate.Arbitration.Length > 0), ("answer", Debate.Stage == DebateStage.Answered),
            ];
            var holding = Debate.Phases.Where(p => Debate.Stage == DebateStage.Open && p.HoldsOn(Today)).Select(p => EnumWords.Write(p.Step)).ToHashSet();
            return [.. steps.Select(s => new StepView(Texts.Get($"debates.step.{s.Key}"), s.Done ? StepState.Done : holding.Contains(s.Key) ? StepState.Current : StepState.ToCome, NoteOf(s.Key)))];
        }
    }

    public static string Day(LocalDate day) => day.PlainDay(CultureInfo.CurrentUICulture);

    protected Channel Spoken() => MayRun && EnumWords.TryRead<Channel>(Channel, out var channel) && channel != Foundation.Facts.Channel.Import ? channel : Foundation.Facts.Channel.Online;

    /// <summary>Null when it is found and may be seen; 404 otherwise. A proposal is seen by those who take proposals in.</summary>
    protected async Task<IActionResult?> Find(string slug, CancellationToken stop)
    {
        if (await db.Set<Debate>().FirstOrDefaultAsync(d => d.Slug == slug, stop) is not { } found || (!found.IsPublic && !MayRun)) return NotFound();
        Debate = found;
        return null;
    }

    /// <summary>One that was found a moment ago: to read, never to change.</summary>
    protected void Use(Debate known) => Debate = known;

    protected async Task Reload(CancellationToken stop)
    {
        var id = Debate.Id;
        db.ChangeTracker.Clear();
        Debate = await db.Set<Debate>().FirstAsync(d => d.Id == id, stop);
    }

    private string? NoteOf(string step) => step switch
    {
        "answer" => (Debate.AnsweredOn ?? Debate.AnswerDueOn) is { } day ? Day(day) : null,
        _ when Debate.Phases.Where(p => EnumWords.Write(p.Step) == step).ToList() is { Count: > 0 } phases => Texts.Get("debates.phase.until", Day(phases.Max(p => p.End))),
        _ => null,
    };
}
