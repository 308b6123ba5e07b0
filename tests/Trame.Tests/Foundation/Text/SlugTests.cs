using FsCheck;
using FsCheck.Fluent;
using Trame.Foundation.Text;

namespace Trame.Tests.Foundation.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Jardin du Pré-Bercy", "jardin-du-pre-bercy")]
    [InlineData("  L’Œuvre d'Yzeure (03) !", "l-oeuvre-d-yzeure-03")]
    [InlineData("Admin", "admin-1")]
    [InlineData("///", "sans-nom")]
    [InlineData("", "sans-nom")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    public void From(string name, string slug) => Slug.From(name).ShouldBe(slug);

    [Fact]
    public void Names_in_other_scripts_differ() => Slug.From("مقهى").ShouldNotBe(Slug.From("بيت"));

    [Fact]
    public void A_long_name_is_cut_between_words()
    {
        var slug = Slug.From(string.Join(' ', Enumerable.Repeat("rencontre", 30)));
        slug.Length.ShouldBeLessThanOrEqualTo(Slug.Longest);
        slug.ShouldEndWith("-rencontre");
    }

    [Fact]
    public void The_first_free_number_is_taken()
    {
        Slug.Unique("jardin", _ => false).ShouldBe("jardin");
        Slug.Unique("jardin", new HashSet<string> { "jardin", "jardin-2" }.Contains).ShouldBe("jardin-3");
        var longest = new string('a', Slug.Longest);
        Slug.Unique(longest, longest.Equals).ShouldBe(longest[..78] + "-2");
    }

    [Fact]
    public void Always_fit_for_an_address() => Prop.ForAll(ArbMap.Default.ArbFor<string>(), name =>
        System.Text.RegularExpressions.Regex.IsMatch(Slug.From(name ?? ""), @"\A[a-z0-9]+(-[a-z0-9]+)*\z")
        && Slug.From(name ?? "").Length <= Slug.Longest).QuickCheckThrowOnFailure();
}
