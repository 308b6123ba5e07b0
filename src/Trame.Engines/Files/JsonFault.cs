namespace Trame.Engines.Files;

/// <summary>What can be wrong in any JSON file; each reader tells it under the same name.</summary>
internal enum JsonFault
{
    NotJson,
    WrongType,
    MissingField,
    UnknownField,
    RepeatedField,
    OutOfRange,
}
