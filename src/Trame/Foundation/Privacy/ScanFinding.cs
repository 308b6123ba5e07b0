namespace Trame.Foundation.Privacy;

/// <summary>A passage to look at again before saving. It warns; the person who writes decides.</summary>
/// <param name="Start">Place of its first character in the text.</param>
/// <param name="Length">How many characters.</param>
public sealed record ScanFinding(int Start, int Length, ScanCategory Category)
{
    /// <summary>The sentence that says what was found and what to do, in <c>Texts.resx</c>.</summary>
    public string TextKey => Category switch
    {
        ScanCategory.Phone => "privacy.scan.phone",
        ScanCategory.Email => "privacy.scan.email",
        ScanCategory.NationalNumber => "privacy.scan.national-number",
        ScanCategory.BirthDate => "privacy.scan.birth-date",
        ScanCategory.BankAccount => "privacy.scan.bank-account",
        ScanCategory.Health => "privacy.scan.health",
        ScanCategory.Religion => "privacy.scan.religion",
        ScanCategory.Origin => "privacy.scan.origin",
        ScanCategory.Belonging => "privacy.scan.belonging",
        _ => throw new InvalidOperationException($"No sentence for {Category}."),
    };
}
