using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Text;
using Trame.Act.CitizenDays;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Territories;
using Trame.Tests.Registers.Occasions;

namespace Trame.Tests.Act.CitizenDays;

/// <summary>Citizen days that tests stand on, made through their acts.</summary>
internal static class SeededDays
{
    public static Actor Coordinator => Register.As("coordinator");

    /// <summary>A day of its own, three weeks after the clock of the tests, or on another one.</summary>
    public static async Task<CitizenDay> HasDay(this TestSpace space, LocalDate? on = null)
    {
        var commune = await space.CommuneSlug();
        return (await space.In(s => s.GetRequiredService<OpenDay>().Handle(new(Register.Unique(), LocalDatePattern.Iso.Format(on ?? new LocalDate(2026, 12, 12)), commune), Coordinator, default))).Value!;
    }

    public static Task<string> CommuneSlug(this TestSpace space) => space.Read(async db => (await db.Set<Territory>().FindAsync(space.CommuneId))!.Slug);

    public static async Task<Worksite> HasWorksite(this TestSpace space, CitizenDay day, string name, int least, int most, string skills = "", string languages = "", params string[] access) =>
        (await space.In(s => s.GetRequiredService<ProposeWorksite>().Handle(new(day.Id, new(name, Number(least), Number(most), SiteText.Empty, skills, languages, access)), Coordinator, default))).Value!;

    public static Task<Outcome<SignUp>> SignsUp(this TestSpace space, CitizenDay day, string names, Worksite[]? wishes = null, string need = "", string skill = "", string quarter = "", string language = "") =>
        space.In(s => s.GetRequiredService<SignUpForDay>().Handle(
            new(day.Id, [.. names.Split(',').Select(n => new SignedPerson(n, skill.Length > 0 ? [skill] : [], need.Length > 0 ? [need] : []))], [.. (wishes ?? []).Select(w => w.Id)], language.Length > 0 ? [language] : [], quarter, "", Channel.Online), Actor.Anyone, default));

    public static Task<Outcome<IReadOnlyList<Outcome>>> Notes(this TestSpace space, CitizenDay day, params ReceiveDesk.Note[] notes) =>
        space.In(s => s.GetRequiredService<ReceiveDesk>().Handle(new(day.Id, notes), Register.As("host"), default));

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
