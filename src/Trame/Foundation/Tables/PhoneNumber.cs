namespace Trame.Foundation.Tables;

/// <summary>A telephone number to call (<c>tel:</c>) and to read aloud.</summary>
/// <param name="Dial">« +33470480000 »; a short number as it is: « 3949 ».</param>
/// <param name="Display">« 04 70 48 00 00 », « +32 4 123 45 67 ».</param>
public sealed record PhoneNumber(string Dial, string Display);
