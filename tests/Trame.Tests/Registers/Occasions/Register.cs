using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Tests.Registers.Occasions;

/// <summary>How tests put records in a space and read them back: through the acts, as anyone else.</summary>
internal static class Register
{
    /// <summary>A word nobody else uses, of letters alone: digits could read as a telephone number.</summary>
    public static string Unique() => string.Concat(Guid.NewGuid().ToString("N").Select(c => (char)('a' + (c % 16))));

    public static Actor As(string role, Guid? scope = null) => new(null, "Camille", new HashSet<(string, Guid?)> { (role, scope) }, Channel.Online);

    public static async Task<Occasion> HasPlace(this TestSpace space, string name, string source = "Mairie", params (string Key, string Value)[] said)
    {
        var values = said.Append(("name", name)).Append(("territory", space.CommuneId.ToString())).ToDictionary(v => v.Item1, v => v.Item2);
        var added = await space.In(services => services.GetRequiredService<AddOccasion>().Handle(new(OccasionKind.Place, values, source, Channel.Online, EvenIfAlike: true), Actor.Machine, default));
        added.Refusals.ShouldBeEmpty();
        return added.Value!;
    }

    public static Task<Occasion> Occasion(this TestSpace space, Guid id) => space.Read(db => db.Set<Occasion>().AsNoTracking().FirstAsync(o => o.Id == id));

    public static Task<Outcome> Describe(this TestSpace space, Guid id, int version, string source, params (string Key, string Value)[] said) => space.In(services =>
        services.GetRequiredService<DescribeOccasion>().Handle(new(id, version, said.ToDictionary(v => v.Key, v => v.Value), source, Channel.Online), As("coordinator"), default));

    /// <summary>Every (field, source, value) that a record holds, shown or not.</summary>
    public static HashSet<(string Field, string Source, string Value)> Words(this Occasion occasion) =>
        [.. OccasionField.For(occasion.Kind).Select(occasion.Said).Concat(occasion.Sources).Where(w => w.Value.Length > 0).Select(w => (w.Field, w.Source, w.Value))];

    public static Task<int> Facts(this TestSpace space, FactKind kind, Guid subject) =>
        space.Read(db => db.Set<Fact>().CountAsync(f => f.Kind == kind.Key && f.SubjectId == subject));
}
