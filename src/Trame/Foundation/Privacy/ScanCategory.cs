namespace Trame.Foundation.Privacy;

/// <summary>What a passage of free text seems to tell about a person.</summary>
public enum ScanCategory
{
    Phone,
    Email,
    NationalNumber,
    BirthDate,
    BankAccount,
    Health,
    Religion,
    Origin,
    Belonging,
}
