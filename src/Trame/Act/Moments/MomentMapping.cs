using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Trame.Registers.Occasions;

namespace Trame.Act.Moments;

internal sealed class MomentMapping : IEntityTypeConfiguration<Moment>
{
    public void Configure(EntityTypeBuilder<Moment> moment)
    {
        moment.HasBaseType<Occasion>();
        moment.HasIndex(m => m.PlaceId);
    }
}
