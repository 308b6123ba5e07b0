using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Trame.Foundation.Web;

/// <summary>A question left empty is an empty string, never a null that surprises an act.</summary>
internal sealed class EmptyStaysEmpty : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string)) context.DisplayMetadata.ConvertEmptyStringToNull = false;
    }
}
