using Microsoft.EntityFrameworkCore;

namespace Trame.Foundation.Data;

/// <summary>One row that was just written.</summary>
public sealed record SavedChange(object Entity, EntityState Was);
