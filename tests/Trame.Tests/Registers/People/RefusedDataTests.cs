using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Privacy;
using Trame.Registers.People;

namespace Trame.Tests.Registers.People;

/// <summary>What Trame refuses to keep (R1, R4, R6), read from the model itself: a column added tomorrow is judged tomorrow.</summary>
public sealed class RefusedDataTests(SqliteSpace space) : IClassFixture<SqliteSpace>
{
    private static readonly string[] Refused =
        ["score", "rank", "rating", "reputation", "profile", "diagnos", "disease", "disab", "religio", "faith", "ethni", "nationalit", "gender", "politic", "union", "partymember", "birth", "latepayment", "riskof"];

    [Fact]
    public async Task No_table_has_a_column_for_what_is_refused() =>
        (await Model()).SelectMany(t => t.GetProperties()).Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").Where(IsRefused).ShouldBeEmpty();

    [Theory]
    [InlineData("Person.RiskOfLeaving")]
    [InlineData("Membership.Score")]
    [InlineData("Person.BirthDate")]
    public void The_rule_sees_such_a_column(string name) => IsRefused(name).ShouldBeTrue();

    [Fact]
    public async Task No_way_to_reach_somebody_is_unique()
    {
        var person = (await Model()).Single(t => t.ClrType == typeof(Person));
        person.GetIndexes().Where(i => i.IsUnique).ShouldBeEmpty();
        person.GetKeys().Single().Properties.Single().Name.ShouldBe(nameof(Person.Id));
        (await Model()).SelectMany(t => t.GetIndexes()).Where(i => i.IsUnique).SelectMany(i => i.Properties)
            .Select(p => p.Name).ShouldNotContain(n => n.Contains("mail", StringComparison.OrdinalIgnoreCase) || n.Contains("phone", StringComparison.OrdinalIgnoreCase) || n.Contains("contact", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Only_a_name_is_required_of_a_person()
    {
        var asked = (await Model()).Single(t => t.ClrType == typeof(Person)).GetProperties().Select(p => p.Name);
        asked.ShouldBe(["Id", "DisplayName", "Contacts", "Language", "CreatedAt", "LastSeenAt", "ErasedAt"], ignoreOrder: true);
    }

    [Fact]
    public async Task No_fact_leads_to_a_person_and_no_table_links_two_people_but_the_journal()
    {
        var columns = await space.Read(db => Task.FromResult(PersonColumns.Of(db.Model)));
        columns.Select(c => c.Table.ClrType).ShouldNotContain(typeof(Fact));
        columns.GroupBy(c => c.Table.ClrType).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBe([typeof(SecurityEvent)]);
    }

    private static bool IsRefused(string name) => Refused.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private Task<List<IEntityType>> Model() => space.Read(db => Task.FromResult(db.Model.GetEntityTypes().ToList()));
}
