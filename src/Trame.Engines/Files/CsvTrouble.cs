namespace Trame.Engines.Files;

/// <summary>What stops the reading of a text table.</summary>
internal enum CsvTrouble
{
    /// <summary>A character that no text holds: U+0000, or U+FFFF with which whoever decodes the bytes replaces those that are not text.</summary>
    NotText,

    /// <summary>A quotation mark opens and never closes.</summary>
    OpenQuote,
}
