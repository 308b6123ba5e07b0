using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trame.Connect.Needs;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Spaces;
using Trame.Foundation.Text;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;
using Trame.Registers.Organisations;
using Trame.Registers.Territories;

namespace Trame.Connect.Resources;

/// <summary>Somebody offers what they know, have or could lend; a person, an organisation or a place.</summary>
public sealed class OfferResource(TrameDb db, Rights rights, CurrentSpace space, HelpKinds kinds, FindTerritories territories, FindCrisis crises, FindCarnets carnets, DiscreetSpots spots)
{
    /// <param name="Giver">Name of the organisation or of the place, as the register has it; nothing for a person.</param>
    /// <param name="Kinds">Keys of the kinds it answers.</param>
    /// <param name="Seats">As typed.</param>
    /// <param name="PerWeek">As typed.</param>
    /// <param name="Wish">Key of a kind, or nothing.</param>
    public sealed record Request(ResourceNature Nature, GivenBy GivenBy, string Giver, string What, IReadOnlyList<string> Kinds, string Equipment, string Seats, string PerWeek, string Conditions, InReturn InReturn, string Wish,
        EntryForm Form, Channel Channel);

    private sealed record Source(Guid? Organisation, Guid? Place, double? Latitude, double? Longitude);

    public async Task<Outcome<Resource>> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, ResourceActs.Offer)) return Refusal.NotAllowed;
        var (form, all) = (request.Form, await kinds.All(stop));
        var commune = (await territories.Tree(stop)).BySlug(form.Commune);
        var refusals = form.Wrong(commune is { Kind: TerritoryKind.Commune }).Concat(Wrong(request, all)).ToList();
        var source = await Find(request, stop);
        if (source is null) refusals.Add(new("resources.giver.unknown", "Giver", request.Giver.Trim()));
        var code = form.CodeOrNew();
        if (form.Code.Trim().Length > 0 && !await carnets.Exists(code, stop)) refusals.Add(new("needs.code.unknown", "Code"));
        if (refusals.Count > 0) return Outcome.Of(refusals);

        var crisis = await crises.Open(stop);
        var resource = new Resource(request.Nature, request.GivenBy, code, commune!.Id, request.Channel, form.ExpiresOn(SpaceCalendar.Of(space.Settings).Today(db.Now)), db.Now); // none was refused just above
        form.Fill(resource, Where(form, source!), crisis?.Id);
        resource.Say(request.What.Trim(), request.Kinds.Distinct(), request.Equipment, Whole(request.Seats), Whole(request.PerWeek) ?? 1, request.Conditions.Trim());
        resource.Of(source!.Organisation, source.Place);
        resource.Ask(request.InReturn, request.Wish);
        db.Add(resource);
        db.Add(ResourceFacts.Of(ResourceFacts.Offered, resource, request.Channel, db.Now));
        db.Author = (actor with { Channel = request.Channel }).As();
        var saved = await db.Save(stop);
        return saved.Accepted ? resource : saved;
    }

    // A place is known to all; where a person lives is not kept.
    private (double, double)? Where(EntryForm form, Source source) => source is { Place: not null, Latitude: { } north, Longitude: { } east } ? (north, east)
        : form is { Latitude: { } lat, Longitude: { } lon } ? spots.Of(lat, lon) : null;

    private static IEnumerable<Refusal> Wrong(Request request, IReadOnlyList<HelpKind> all)
    {
        if (Blank.Is(request.What)) yield return new("resources.what.missing", "What");
        if (request.What.Trim().Length > Resource.WhatLength) yield return new("occasions.field.long", "What", $"{Resource.WhatLength}", $"{request.What.Trim().Length}");
        if (request.Conditions.Trim().Length > Resource.ConditionsLength) yield return new("occasions.field.long", "Conditions", $"{Resource.ConditionsLength}", $"{request.Conditions.Trim().Length}");
        if (request.Kinds.Count > Resource.MostKinds || request.Kinds.Any(k => all.All(a => a.Key != k || a.IsRetired))) yield return new("resources.kinds.wrong", "Kinds", $"{Resource.MostKinds}");
        if (request.Equipment.Length > 0 && !HelpKind.Equipments.Contains(request.Equipment)) yield return new("resources.equipment.wrong", "Equipment");
        if (request.Seats.Trim().Length > 0 && Whole(request.Seats) is null or < 1 or > Resource.MostSeats) yield return new("resources.seats.wrong", "Seats");
        if (request.Nature == ResourceNature.Premises && Whole(request.Seats) is null) yield return new("resources.seats.missing", "Seats");
        if (request.PerWeek.Trim().Length > 0 && Whole(request.PerWeek) is null or < 1 or > 14) yield return new("resources.per-week.wrong", "PerWeek");
        if (request.Wish.Length > 0 && all.All(k => k.Key != request.Wish || k.IsRetired)) yield return new("needs.kind.missing", "Wish");
    }

    private async Task<Source?> Find(Request request, CancellationToken stop)
    {
        var name = request.Giver.Trim();
        if (request.GivenBy == GivenBy.Person) return new(null, null, null, null);
        if (request.GivenBy == GivenBy.Organisation)
            return await db.Set<Organisation>().Where(o => o.Name == name && o.ClosedAt == null && o.MergedIntoId == null).Select(o => new Source(o.Id, null, null, null)).FirstOrDefaultAsync(stop);
        return await db.Set<Occasion>().Where(o => o.Name == name && o.Kind == OccasionKind.Place && o.MergedIntoId == null && o.Status == OccasionStatus.Open)
            .Select(o => new Source(o.OrganisationId, o.Id, o.Latitude, o.Longitude)).FirstOrDefaultAsync(stop);
    }

    private static int? Whole(string typed) => int.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
