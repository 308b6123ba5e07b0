namespace Trame.Foundation.Data;

/// <summary>The database was written by a newer Trame: opening it with this one could lose what the newer one knows.</summary>
public sealed class NewerSchemaException(int found, int known)
    : Exception($"This database has schema {found}; this version of Trame knows {known}. Start the newer version, or restore a backup made by this one.");
