using Microsoft.EntityFrameworkCore;
using Trame.Foundation.Text;

namespace Trame.Foundation.Data;

/// <summary>An address that no record has yet.</summary>
public static class FreeSlug
{
    /// <param name="slugs">Those of the records it must differ from.</param>
    /// <param name="name">What the record is called.</param>
    /// <param name="stop">Ends the question.</param>
    public static async Task<string> For(IQueryable<string> slugs, string name, CancellationToken stop)
    {
        var slug = Slug.From(name);
        var start = slug[..Math.Min(slug.Length, Slug.Longest / 2 - 4)]; // a numbered form is cut between words so as not to be longer than an address may be
        var taken = await slugs.Where(s => s.StartsWith(start)).ToListAsync(stop);
        return Slug.Unique(slug, taken.Contains);
    }
}
