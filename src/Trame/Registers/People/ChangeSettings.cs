using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Data;
using Trame.Foundation.Spaces;
using Trame.Foundation.Web;

namespace Trame.Registers.People;

/// <summary>A coordinator changes what the space decides for itself. Someone else's change made meanwhile is shown, never covered.</summary>
public sealed class ChangeSettings(TrameDb db, Rights rights, CurrentSpace space, SpaceDirectory directory)
{
    private const int LowestThreshold = 11; // R5: a space may hide more, never less

    /// <param name="Seen">The fingerprint of the settings that the form showed.</param>
    public sealed record Request(SpaceSettings Settings, string Seen);

    public async Task<Outcome> Handle(Request request, Actor actor, CancellationToken stop)
    {
        if (!rights.May(actor, PeopleActs.ChangeSettings)) return Refusal.NotAllowed;
        var refused = Outcome.Of(Reasons(request.Settings));
        if (!refused.Accepted) return refused;
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (db.Provider == Provider.Postgres) await db.Database.ExecuteSqlRawAsync("LOCK TABLE setting IN SHARE ROW EXCLUSIVE MODE", stop); // one form at a time, as SQLite does
        var known = await SpaceSettings.Read(db, stop);
        if (Fingerprint(known) != request.Seen) return Refusal.Conflict;
        await SpaceSettings.Write(db, request.Settings, stop);
        db.Add(new SecurityEvent(SecurityWord.SettingsChanged, null, actor.PersonId, string.Join(", ", Changed(known, request.Settings)), db.Now));
        if (await db.Save(stop) is { Accepted: false } lost) return lost;
        await transaction.CommitAsync(stop);
        directory.Rename(space.Space.Slug, request.Settings.Name);
        return Outcome.Done;
    }

    public static string Fingerprint(SpaceSettings settings) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(settings)))[..16];

    /// <summary>Names of the settings that differ.</summary>
    public static IEnumerable<string> Changed(SpaceSettings before, SpaceSettings after) =>
        typeof(SpaceSettings).GetProperties().Where(p => p.CanWrite && !Equals(p.GetValue(before), p.GetValue(after))).Select(p => p.Name);

    private static IEnumerable<Refusal> Reasons(SpaceSettings settings)
    {
        if (Foundation.Text.Blank.Is(settings.Name) || settings.Name.Trim().Length > 120) yield return new Refusal("people.settings.name.form", nameof(settings.Name));
        if (settings.SecrecyThreshold is < LowestThreshold or > 1000) yield return new Refusal("people.settings.threshold.low", nameof(settings.SecrecyThreshold), $"{LowestThreshold}");
        if (settings.FreshMonths is < 1 or > 60) yield return new Refusal("people.settings.fresh.form", nameof(settings.FreshMonths));
        if (settings.SchoolZone is not ("" or "A" or "B" or "C")) yield return new Refusal("people.settings.zone.form", nameof(settings.SchoolZone));
        if (settings.Basemap.Length > 0 && Basemaps.OriginOf(settings.Basemap) is null) yield return new Refusal("people.settings.basemap.form", nameof(settings.Basemap));
        if (settings.Basemap.Length > 0 && settings.BasemapCredit.Trim().Length == 0) yield return new Refusal("people.settings.basemap.credit", nameof(settings.BasemapCredit));
        if (settings.HelpHours.Length > 0 && Foundation.Time.OpeningHours.Parse(settings.HelpHours).Error is { } error)
            yield return new Refusal("people.settings.hours.form", nameof(settings.HelpHours), error.Say(System.Globalization.CultureInfo.CurrentUICulture));
        if (settings.HelpCounterTypes.Except(SpaceSettings.CounterTypes).Any()) yield return new Refusal("people.settings.counters.form", nameof(settings.HelpCounters));
        if (settings.HelpPhone.Count(char.IsDigit) < 3) yield return new Refusal("people.settings.phone.form", nameof(settings.HelpPhone));
    }
}
