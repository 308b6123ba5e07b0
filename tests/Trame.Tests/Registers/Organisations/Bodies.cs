using Microsoft.EntityFrameworkCore;
using Trame.Registers.Organisations;

namespace Trame.Tests.Registers.Organisations;

/// <summary>How tests put organisations in a space: as the register keeps them.</summary>
internal static class Bodies
{
    public static async Task<Organisation> HasOrganisation(this TestSpace space, string name, string? phone = null, string? email = null, string source = "Mairie", params (string Scheme, string Code)[] codes)
    {
        var slug = $"{Trame.Foundation.Text.Slug.From(name)}-{Guid.NewGuid():N}"[..40].TrimEnd('-');
        Organisation made = null!;
        await space.Act(async db =>
        {
            made = new Organisation(OrganisationKind.Association, name, slug, space.CommuneId, source, db.Now);
            made.Describe(OrganisationKind.Association, name, null, phone, email, null, source, db.Now).Accepted.ShouldBeTrue();
            foreach (var (scheme, code) in codes) made.Identify(scheme, code);
            db.Add(made);
            (await db.Save(default)).Accepted.ShouldBeTrue();
        });
        return made;
    }

    public static Task<Organisation> Organisation(this TestSpace space, Guid id) => space.Read(db => db.Set<Organisation>().AsNoTracking().FirstAsync(o => o.Id == id));
}
