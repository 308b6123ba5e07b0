using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Trame.Deliberate.Debates;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Registers.People;
using Trame.Tests.Act.Projects;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Deliberate.Debates;

public abstract class DebateTests(TestSpace space)
{
    private static readonly DebateFrame Whole = SeededDebates.Whole;

    public static TheoryData<string, string> Missing => new()
    {
        { "object", "debates.lacks.object" }, { "great", "debates.lacks.concrete" }, { "place", "debates.lacks.place" }, { "options", "debates.lacks.options" }, { "cost", "debates.lacks.cost" }, { "touched", "debates.lacks.cost" },
        { "decider", "debates.lacks.decider" }, { "role", "debates.lacks.role" }, { "date", "debates.lacks.date" }, { "past", "debates.lacks.future" }, { "delegation", "debates.lacks.delegation" }, { "promise", "debates.lacks.promise" },
        { "phases", "debates.lacks.phases" }, { "after", "debates.lacks.after" }, { "help", "debates.lacks.help" },
    };

    [Theory, MemberData(nameof(Missing))]
    public async Task R7_a_debate_that_lacks_something_does_not_open_and_says_what(string lacking, string refusal)
    {
        var debate = await space.HasDebate(Without(lacking), open: false);
        (await space.OpenDebate(debate)).Refusals.Select(r => r.TextKey).ShouldBe([refusal]);
        (await space.DebateNow(debate)).Stage.ShouldBe(DebateStage.Framing);
        (await space.Browse().Open($"/debats/{debate.Slug}")).Document.QuerySelector("#manque").ShouldNotBeNull();
    }

    [Fact]
    public async Task R7_with_nothing_missing_it_opens_once_and_what_was_promised_no_longer_changes()
    {
        var debate = await space.HasDebate();
        (await space.OpenDebate(debate)).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("debates.open.already");
        (await space.Frame(debate, Whole with { Promise = "On verra" })).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("debates.frame.open");
        (await space.Facts(DebateFacts.Opened, debate.Id)).ShouldBe(1);
        var page = await space.Browse().Open($"/debats/{debate.Slug}");
        page.Words.ShouldContain("Le conseil municipal décide le 14 janvier 2027");
        page.Words.ShouldContain("réponse motivée promise le 13 février 2027");
        page.Words.ShouldContain("4 500 €");
    }

    [Fact]
    public async Task R7_it_closes_only_with_a_reasoned_answer_to_each_option_and_proposal()
    {
        var debate = await space.HasDebate();
        var (held, mayor) = (Register.As("host"), Register.As("elected"));
        (await space.Tell(debate, (t, d) => t.Note(new(d.Id, d.Version, DebateStep.Deliberate, true, "Un essai d’un mois", "parents", Channel.Paper), held, default))).Refusals.ShouldBeEmpty();
        (await space.Tell(debate, (t, d) => t.Arbitrate(new(d.Id, d.Version, "La rue aux écoles", false), mayor, default))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("debates.arbitrate.no-contradiction");
        (await space.Tell(debate, (t, d) => t.Oppose(new(d.Id, d.Version, "Ralentir", "les enfants", "Passer", "", "", "un essai"), held, default))).Refusals.ShouldHaveSingleItem().Field.ShouldBe("SecondProtects");
        (await space.Tell(debate, (t, d) => t.Oppose(new(d.Id, d.Version, "Ralentir", "les enfants", "Passer", "les livreurs", "une rue vivante", "un essai"), held, default))).Refusals.ShouldBeEmpty();
        (await space.Tell(debate, (t, d) => t.Disagree(new(d.Id, d.Version, "livreurs", "Trop tôt"), held, default))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("debates.dissent.before");
        (await space.Tell(debate, (t, d) => t.Arbitrate(new(d.Id, d.Version, "La rue aux écoles", false), mayor, default))).Refusals.ShouldBeEmpty();
        (await space.Tell(debate, (t, d) => t.Disagree(new(d.Id, d.Version, "livreurs", "Trop court pour décharger"), held, default))).Refusals.ShouldBeEmpty();
        (await space.Tell(debate, (t, d) => t.Answer(new(d.Id, d.Version, [.. d.Options.Select(o => new DebateAnswer(o.Id, AnswerKind.Retained, "parce que"))]), mayor, default))).Refusals.ShouldHaveSingleItem().Args.ShouldBe(["Un essai d’un mois"]);
        (await space.Tell(debate, (t, d) => t.Answer(new(d.Id, d.Version, [.. d.ToAnswer.Select(i => new DebateAnswer(i.Id, AnswerKind.Refused, "  "))]), mayor, default))).Refusals.Count.ShouldBe(3);
        (await space.DebateNow(debate)).Stage.ShouldBe(DebateStage.Open);
        (await space.Tell(debate, (t, d) => t.Answer(new(d.Id, d.Version, [.. d.ToAnswer.Select(i => new DebateAnswer(i.Id, AnswerKind.Partly, "parce que nous essayons"))]), held, default))).Refusals.ShouldContain(Refusal.NotAllowed, "who holds the debate does not answer for who decides");
        (await space.Tell(debate, (t, d) => t.Answer(new(d.Id, d.Version, [.. d.ToAnswer.Select(i => new DebateAnswer(i.Id, AnswerKind.Partly, "parce que nous essayons"))]), mayor, default))).Refusals.ShouldBeEmpty();
        var page = await space.Browse().Open($"/debats/{debate.Slug}");
        page.Document.QuerySelector("#reponse")!.TextContent.ShouldContain("parce que nous essayons");
        page.Document.QuerySelector("#arbitrage")!.TextContent.ShouldContain("Trop court pour décharger");
        (await space.Facts(DebateFacts.Answered, debate.Id)).ShouldBe(1);
        (await space.Tell(debate, (t, d) => t.Note(new(d.Id, d.Version, DebateStep.Express, false, "Après coup", "", Channel.Online), held, default))).Refusals.ShouldHaveSingleItem().TextKey.ShouldBe("debates.tell.closed");
        (await space.DebateNow(debate)).OwesChange(new LocalDate(2027, 11, 19)).ShouldBeFalse();
        (await space.DebateNow(debate)).OwesChange(new LocalDate(2027, 11, 20)).ShouldBeTrue("a year later somebody says what changed");
    }

    [Fact]
    public async Task A_late_answer_is_shown_on_the_home_page_and_first_in_the_list()
    {
        var soon = await space.HasDebate(Whole with { DecidesOn = new LocalDate(2026, 12, 22), AnswerDays = 0, Phases = [.. Whole.Phases.Select(p => p with { StartsOn = "2026-11-01", EndsOn = "2026-12-20" })] });
        var quiet = await space.HasDebate();
        (await space.Browse().Open("/")).Words.ShouldNotContain(soon.Name);
        space.Clock.Advance(TimeSpan.FromDays(79)); // 7 February 2027
        try
        {
            (await space.Browse().Open("/")).Words.ShouldContain($"{soon.Name} : 47 jours de retard");
            var list = await space.Browse().Open("/debats");
            list.Document.QuerySelector("#late")!.TextContent.ShouldContain(soon.Name);
            list.Document.QuerySelector("#open")!.TextContent.ShouldContain(quiet.Name);
            (await space.Browse().Open($"/debats/{soon.Slug}")).Words.ShouldContain("Elle n’est pas venue");
        }
        finally
        {
            space.Clock.Advance(-TimeSpan.FromDays(79));
        }
    }

    [Fact]
    public async Task Anyone_proposes_without_an_account_and_follows_what_becomes_of_it()
    {
        var name = $"Où poser le banc {Register.Unique()}";
        var form = await space.Browse().Open("/debats/proposer");
        (await form.Send(("Name", name), ("Object", "la sécurité"), ("Commune", "yzeure"))).RefusalOf("Object").ShouldContain("ne se décide pas");
        var sent = await form.Send(("Name", name), ("Object", "Un banc de trois places"), ("Commune", "yzeure"));
        sent.Status.ShouldBe(HttpStatusCode.Redirect);
        (await sent.Follow()).Words.ShouldContain("Une personne va la lire");
        var debate = await space.Read(db => db.Set<Debate>().AsNoTracking().SingleAsync(d => d.Name == name));
        (await space.Browse().Open($"/debats/{debate.Slug}")).Status.ShouldBe(HttpStatusCode.NotFound, "nothing is public before somebody read it");
        var agent = await space.BrowseAs(Role.CounterAgent);
        var page = await agent.Open($"/debats/{debate.Slug}");
        (await page.SendTo("?handler=Decline", ("Reason", ""))).RefusalOf("Reason").ShouldContain("pourquoi");
        (await page.SendTo("?handler=Decline", ("Reason", "Il y est déjà, depuis mardi"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Browse().Open(sent.Location!)).Words.ShouldContain("Il y est déjà");
    }

    [Fact]
    public async Task It_is_seen_from_what_it_is_about()
    {
        var project = await space.HasProject(Register.Unique());
        var debate = await space.HasDebate(about: $"/projets/{project.Slug}");
        (await space.Browse().Open($"/projets/{project.Slug}")).Document.QuerySelector("#debats")!.TextContent.ShouldContain(debate.Name);
        (await space.Browse().Open($"/debats/{debate.Slug}")).Document.QuerySelector($"a[href$='/projets/{project.Slug}']").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_frame_is_typed_without_a_script_and_comes_back_with_what_was_typed()
    {
        var debate = await space.HasDebate(open: false);
        var agent = await space.BrowseAs(Role.Coordinator);
        var form = await agent.Open($"/debats/{debate.Slug}/cadre");
        form.ValueOf("DeciderName").ShouldBe("Le conseil municipal");
        var refused = await form.Send(("HelpAmount", "beaucoup"), ("DeciderName", "Le maire"));
        refused.RefusalOf("HelpAmount").ShouldContain("en euros");
        refused.ValueOf("DeciderName").ShouldBe("Le maire");
        (await form.Send(("HelpAmount", "1 200,50"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.DebateNow(debate)).HelpCents.ShouldBe(120_050);
        (await form.Send(("HelpAmount", "3"))).Status.ShouldBe(HttpStatusCode.Conflict, "the form was opened before another saved");
        (await space.Browse().Open($"/debats/{debate.Slug}/cadre")).Status.ShouldBe(HttpStatusCode.Redirect, "framing is for those who hold debates");
    }

    [Theory]
    [InlineData("La sécurité", true)]
    [InlineData("Débattre de l’écologie et du climat", true)]
    [InlineData("Le vivre-ensemble dans notre quartier", true)]
    [InlineData("L’emplacement du composteur de quartier", false)]
    [InlineData("Des ralentisseurs rue de l’école", false)]
    [InlineData("", false)]
    public void A_great_word_alone_is_no_object(string text, bool great) => GreatWords.Only(text).ShouldBe(great);

    private static DebateFrame Without(string what) => what switch
    {
        "object" => Whole with { Object = " " },
        "great" => Whole with { Object = "La sécurité" },
        "place" => Whole with { Latitude = null, Longitude = null },
        "options" => Whole with { Options = [Whole.Options[0]] },
        "cost" => Whole with { Options = [Whole.Options[0], Whole.Options[1] with { CostCents = null }] },
        "touched" => Whole with { Options = [Whole.Options[0], Whole.Options[1] with { Touched = "" }] },
        "decider" => Whole with { DeciderName = "" },
        "role" => Whole with { DeciderRole = "" },
        "date" => Whole with { DecidesOn = null },
        "past" => Whole with { DecidesOn = new LocalDate(2026, 11, 20), Phases = [.. Whole.Phases.Select(p => p with { StartsOn = "2026-10-01", EndsOn = "2026-11-01" })] },
        "delegation" => Whole with { Delegation = null },
        "promise" => Whole with { Promise = "" },
        "phases" => Whole with { Phases = [.. Whole.Phases.Take(3)] },
        "after" => Whole with { Phases = [.. Whole.Phases.Append(SeededDebates.Phase(DebateStep.Deliberate, DebateMethod.Meeting, "2027-01-10", "2027-01-20"))] },
        _ => Whole with { HelpCents = null },
    };
}

public sealed class DebateOnSqlite(SqliteSpace space) : DebateTests(space), IClassFixture<SqliteSpace>;

public sealed class DebateOnPostgres(PostgresSpace space) : DebateTests(space), IClassFixture<PostgresSpace>;
