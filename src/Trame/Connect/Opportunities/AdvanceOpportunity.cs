using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using Trame.Act.Moments;
using Trame.Connect.Needs;
using Trame.Connect.Resources;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Connect.Opportunities;

/// <summary>An opportunity goes on: what was missing is found, enough said yes, it is tried, held every week, kept, changed, stopped or declined. Each step writes a fact, never about a person.</summary>
public sealed class AdvanceOpportunity(TrameDb db, Rights rights, CurrentSpace space, HelpKinds kinds, AddOccasion add, AnswerNeeds answered)
{
    private static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    /// <param name="Note">What was found, why it stops or is declined. Free text.</param>
    /// <param name="Learned">What others will want to know. Free text.</param>
    public sealed record Request(Guid OpportunityId, int Version, OpportunityAdvance Step, string Note, string Learned, Channel Channel);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, OpportunityActs.Carry)) return Refusal.NotAllowed;
        if (await db.Set<Opportunity>().FirstOrDefaultAsync(o => o.Id == request.OpportunityId, stop) is not { } opportunity) return Refusal.Gone;
        if (opportunity.Version != request.Version) return Refusal.Conflict;
        if (await db.Set<Concern>().AnyAsync(c => c.OpportunityId == opportunity.Id && c.AnsweredAt == null, stop) && request.Step is not (OpportunityAdvance.Declined or OpportunityAdvance.Stopped)) return new Refusal("opportunities.frozen");
        var parts = await db.Set<OpportunityPart>().Where(p => p.OpportunityId == opportunity.Id).ToListAsync(stop);
        var kind = (await kinds.Find(opportunity.Kind, stop))!; // kinds are retired, never deleted
        var (fact, outcome) = request.Step switch
        {
            OpportunityAdvance.Completed => (OpportunityFacts.Completed, opportunity.Complete(request.Note, db.Now)),
            OpportunityAdvance.Accepted => (OpportunityFacts.Accepted, opportunity.Accept(EnoughYes(opportunity, parts, kind), db.Now)),
            OpportunityAdvance.Tried => (OpportunityFacts.Tried, opportunity.Try(request.Note, db.Now)),
            OpportunityAdvance.Held => (OpportunityFacts.Held, await Hold(opportunity, parts, kind, request, actor, stop)),
            OpportunityAdvance.Kept => (OpportunityFacts.Kept, opportunity.Evaluate(OpportunityStage.Kept, request.Note, request.Learned, db.Now)),
            OpportunityAdvance.Changed => (OpportunityFacts.Changed, opportunity.Evaluate(OpportunityStage.Changed, request.Note, request.Learned, db.Now)),
            OpportunityAdvance.Stopped => (OpportunityFacts.Stopped, opportunity.Stop(request.Note, request.Learned, parts.Select(p => p.EntryId), db.Now)),
            _ => (OpportunityFacts.Declined, opportunity.Decline(request.Note, parts.Select(p => p.EntryId), db.Now)),
        };
        if (!outcome.Accepted)
        {
            db.ChangeTracker.Clear();
            return outcome;
        }

        db.Add(OpportunityFacts.Of(fact, opportunity, request.Channel, db.Now));
        db.Author = (actor with { Channel = request.Channel }).As(request.Note.Trim());
        return await db.Save(stop);
    }

    /// <summary>Both sides: whoever would give, if somebody gives, and as many as the thing takes.</summary>
    internal static bool EnoughYes(Opportunity opportunity, IReadOnlyCollection<OpportunityPart> parts, HelpKind kind) =>
        parts.Where(p => p.Gives).All(p => p.Answer == PartAnswer.Yes) && parts.Count(p => !p.Gives && p.Answer == PartAnswer.Yes) >= (opportunity.MomentId is null ? Math.Min(kind.Least, parts.Count(p => !p.Gives)) : 1);

    // It becomes a moment of the register, that comes back every week; those who said yes have their answer.
    private async Task<Outcome> Hold(Opportunity opportunity, List<OpportunityPart> parts, HelpKind kind, Request request, Actor actor, CancellationToken stop)
    {
        var made = opportunity.MomentId;
        if (opportunity.CanHold() is { Accepted: false } early) return early;
        if (made is null)
        {
            var added = await add.Ready(new(OccasionKind.Moment, await Said(opportunity, kind, stop), Foundation.Ui.Texts.In("fr", "opportunities.source"), request.Channel, EvenIfAlike: true), actor, stop);
            if (!added.Accepted) return added.Plain;
            if (added.Value is Moment moment) moment.HostedBy(opportunity.PlaceId);
            made = added.Value.Id;
        }

        opportunity.Hold(made, db.Now).ThrowIfRefused();
        await answered.Prepare([.. parts.Where(p => p.Answer == PartAnswer.Yes).Select(p => p.NeedId).OfType<Guid>()], request.Channel, stop);
        return Outcome.Done;
    }

    private async Task<Dictionary<string, string>> Said(Opportunity opportunity, HelpKind kind, CancellationToken stop)
    {
        var calendar = SpaceCalendar.Of(space.Settings);
        var place = opportunity.PlaceId is { } id ? await db.Set<Occasion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) : null;
        var day = calendar.Today(db.Now).Next((IsoDayOfWeek)((opportunity.Start / 24) + 1));
        var name = kind.FrenchMoment.Length > 0 ? kind.FrenchMoment : kind.French;
        return new()
        {
            ["name"] = place is null ? name : $"{name}, {place.Name}"[..Math.Min(Occasion.NameLength, name.Length + 2 + place.Name.Length)],
            ["territory"] = opportunity.TerritoryId.ToString(),
            ["address"] = place?.Address ?? "",
            ["latitude"] = opportunity.Latitude.ToString("0.######", CultureInfo.InvariantCulture),
            ["longitude"] = opportunity.Longitude.ToString("0.######", CultureInfo.InvariantCulture),
            ["starts-on"] = LocalDatePattern.Iso.Format(day),
            ["starts-at"] = string.Create(CultureInfo.InvariantCulture, $"{opportunity.Start % 24:00}:00"),
            ["duration"] = (opportunity.Hours * 60).ToString(CultureInfo.InvariantCulture),
            ["recurrence"] = $"RRULE:FREQ=WEEKLY;BYDAY={Days[opportunity.Start / 24]}",
            ["capacity"] = kind.Most.ToString(CultureInfo.InvariantCulture),
            ["openness"] = kind.Reserved ? "reserved" : "everyone",
        };
    }
}
