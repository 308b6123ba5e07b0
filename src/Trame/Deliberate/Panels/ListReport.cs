namespace Trame.Deliberate.Panels;

/// <summary>What a base list holds, in numbers; the list itself is not kept.</summary>
/// <param name="Hash">SHA-256 of the file: whoever holds it can make the same draw of letters again.</param>
/// <param name="Rows">Lines that were read.</param>
/// <param name="Duplicates">The same person twice: counted once.</param>
/// <param name="Homonyms">The same name at another address, or born another year: two people, both kept.</param>
/// <param name="Unusable">Lines without a name or an address.</param>
/// <param name="Households">Addresses.</param>
/// <param name="Areas">People by area, in order of name.</param>
public sealed record ListReport(string Hash, int Rows, int Duplicates, int Homonyms, int Unusable, int Households, IReadOnlyList<AreaCount> Areas)
{
    public int People => Areas.Sum(a => a.People);
}
