namespace Trame.Registers.Occasions;

/// <summary>How SQLite asks its full-text index; PostgreSQL finds out by itself.</summary>
internal enum WordsAsked
{
    /// <summary>For everything that is found.</summary>
    Whole,

    /// <summary>First, one by one: for who stops after so many.</summary>
    First,

    /// <summary>After another index, which gives the order: for the first few of very many.</summary>
    Last,
}
