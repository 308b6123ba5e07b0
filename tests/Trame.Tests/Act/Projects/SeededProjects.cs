using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trame.Act.Projects;
using Trame.Foundation.Data;
using Trame.Foundation.Facts;
using Trame.Foundation.Web;
using Trame.Registers.Occasions;

namespace Trame.Tests.Act.Projects;

/// <summary>How tests put projects in a space: through the acts, as anyone else.</summary>
internal static class SeededProjects
{
    public static async Task<Project> HasProject(this TestSpace space, string name, params (string Key, string Value)[] said)
    {
        var values = said.Append(("name", name)).Append(("territory", space.CommuneId.ToString())).ToDictionary(v => v.Item1, v => v.Item2);
        var added = await space.In(services => services.GetRequiredService<AddOccasion>().Handle(new(OccasionKind.Project, values, "Mairie", Channel.Online, EvenIfAlike: true), Actor.Machine, default));
        added.Refusals.ShouldBeEmpty();
        return (Project)added.Value!;
    }

    public static async Task<Want> HasWant(this TestSpace space, Project project, string kind, string what, string quantity)
    {
        (await space.In(services => services.GetRequiredService<KeepWant>().Handle(new(project.Id, null, 0, EnumWords.Read<WantKind>(kind), what, quantity), Actor.Machine, default))).Refusals.ShouldBeEmpty();
        return await space.Read(db => db.Set<Want>().AsNoTracking().SingleAsync(w => w.ProjectId == project.Id && w.What == what));
    }

    public static Task<Outcome<Contribution>> Pledge(this TestSpace space, Project project, Want want, string quantity, string name) =>
        space.In(services => services.GetRequiredService<PledgeContribution>().Handle(new(project.Id, want.Id, quantity, name, "", Channel.Online), Actor.Anyone, default), Actor.Anyone);
}
