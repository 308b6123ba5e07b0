using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Connect.Needs;
using Trame.Connect.Opportunities;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Connect.Needs;

/// <summary>How tests put needs, offers and ideas in a space: through the acts, as anyone else.</summary>
internal static class SeededRelier
{
    public static readonly string Tuesday = WeekSlots.Of(["4"]); // Tuesday afternoon

    public static EntryForm Form(string name = "", string code = "", bool consent = true, double? latitude = 46.5661, double? longitude = 3.3544, params ContactStep[] contacts) =>
        new("yzeure", latitude, longitude, Tuesday, GettingAbout.Walk, name, contacts, WhoSees.Team, 6, code, consent);

    public static Task<Outcome<Need>> Ask(this TestSpace space, string kind = "company", SaidBy by = SaidBy.Self, string name = "", string age = "", EntryForm? form = null, string words = "") => space.In(services =>
        services.GetRequiredService<ExpressNeed>().Handle(new(by, kind, words, "", age, form ?? Form(name), Channel.Counter), Register.As("counter-agent"), default));

    public static Task<Outcome<Resource>> Offer(this TestSpace space, string kind = "company", string name = "", EntryForm? form = null, ResourceNature nature = ResourceNature.Time, string seats = "", string what = "Animer un après-midi") => space.In(services =>
        services.GetRequiredService<OfferResource>().Handle(new(nature, GivenBy.Person, "", what, kind.Length == 0 ? [] : [kind], "", seats, "1", "", InReturn.Nothing, "", form ?? Form(name), Channel.Counter), Register.As("counter-agent"), default));

    public static Task<Occasion> HasRoom(this TestSpace space, string? name = null, double latitude = 46.5661) =>
        space.HasPlace(name ?? $"Maison {Register.Unique()}", said: [("type", "community-room"), ("hours", "Mo-Fr 09:00-18:00"), ("latitude", (latitude + 0.0001).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("longitude", "3.3546"), ("capacity", "20")]);

    public static Task<Outcome> Look(this TestSpace space) => space.In(services => services.GetRequiredService<LookForOpportunities>().Handle(services.GetRequiredService<TrameDb>(), Actor.Machine, default));

    public static Task<List<Opportunity>> Ideas(this TestSpace space, string kind) => space.Read(db => db.Set<Opportunity>().AsNoTracking().Where(o => o.Kind == kind).OrderBy(o => o.Id).ToListAsync());

    public static Task<List<OpportunityPart>> Parts(this TestSpace space, Guid opportunity) => space.Read(db => db.Set<OpportunityPart>().AsNoTracking().Where(p => p.OpportunityId == opportunity).OrderByDescending(p => p.Gives).ThenBy(p => p.Id).ToListAsync());

    public static Task<Outcome> Advance(this TestSpace space, Guid id, OpportunityAdvance step, string note = "", string learned = "") => space.In(async services =>
    {
        var version = await services.GetRequiredService<TrameDb>().Set<Opportunity>().Where(o => o.Id == id).Select(o => o.Version).FirstAsync();
        return await services.GetRequiredService<AdvanceOpportunity>().Handle(new(id, version, step, note, learned, Channel.Counter), Register.As("coordinator"), default);
    });

    /// <summary>Everyone concerned is asked, and says yes.</summary>
    public static async Task EveryoneSaysYes(this TestSpace space, Guid opportunity)
    {
        foreach (var part in await space.Parts(opportunity))
            await space.In(async services =>
            {
                var ask = services.GetRequiredService<AskPeople>();
                (await ask.Handle(new AskPeople.Request(part.Id, part.Version, ContactWay.Landline), Register.As("coordinator"), default)).Refusals.ShouldBeEmpty();
                (await ask.Handle(new AskPeople.Said(part.Id, part.Version + 1, PartAnswer.Yes), Register.As("coordinator"), default)).Refusals.ShouldBeEmpty();
                return true;
            });
    }
}
