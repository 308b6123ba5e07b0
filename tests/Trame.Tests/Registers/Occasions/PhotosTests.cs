using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Trame.Foundation.Data;
using Trame.Foundation.Privacy;
using Trame.Registers.Occasions;
using Trame.Registers.People;
using Trame.Tests.Foundation.Pictures;

namespace Trame.Tests.Registers.Occasions;

public abstract class PhotosTests(TestSpace space)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_photo_is_shown_with_its_words_its_size_and_its_source_and_tells_nothing_else()
    {
        var (place, browser) = await Somewhere("Maison du lac");
        (await Send(browser, place, SamplePictures.JpegFromATelephone(6))).Status.ShouldBe(HttpStatusCode.Redirect);
        var photo = (await space.Occasion(place.Id)).Photos.ShouldHaveSingleItem();
        var page = await space.Browse().Open($"/lieux/{place.Slug}");
        var image = page.Document.QuerySelector($"img[src$='/photos/{photo.Id}']").ShouldNotBeNull();
        image.GetAttribute("alt").ShouldBe("La porte bleue, avec une rampe");
        (image.GetAttribute("width"), image.GetAttribute("height")).ShouldBe(("8", "16"));
        page.Words.ShouldContain("mairie, licence ouverte, 20 novembre 2026");
        (await space.Browse().Open($"/lieux/{place.Slug}/affiche")).Document.QuerySelector($"img[src$='/photos/{photo.Id}']").ShouldNotBeNull();

        var file = await space.Browse().Http.GetAsync($"/photos/{photo.Id}", Stop);
        file.Content.Headers.ContentType!.ToString().ShouldBe("image/jpeg");
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        file.Headers.CacheControl!.MaxAge.ShouldBe(TimeSpan.FromDays(365));
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("inline");
        SamplePictures.Holds(await file.Content.ReadAsByteArrayAsync(Stop), SamplePictures.Secret).ShouldBeFalse();
        var known = new HttpRequestMessage(HttpMethod.Get, $"/photos/{photo.Id}");
        known.Headers.IfNoneMatch.Add(file.Headers.ETag!);
        (await space.Browse().Http.SendAsync(known, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\trame.sqlite")]
    [InlineData("photo.jpg\0.html")]
    [InlineData("<img src=x onerror=alert(1)>.svg")]
    public async Task The_name_of_a_file_is_worth_nothing(string name)
    {
        var (place, browser) = await Somewhere("Atelier");
        (await Send(browser, place, SamplePictures.Png, name: name)).Status.ShouldBe(HttpStatusCode.Redirect);
        var photo = (await space.Occasion(place.Id)).Photos.ShouldHaveSingleItem();
        (await space.Browse().Http.GetAsync($"/photos/{photo.Id}", Stop)).Content.Headers.ContentType!.ToString().ShouldBe("image/png");
        (await Send(browser, place, "<svg onload='alert(1)'>"u8.ToArray(), name: "photo.jpg")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await space.Occasion(place.Id)).Photos.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Each_reason_stands_beside_its_question_and_nothing_is_written()
    {
        var (place, browser) = await Somewhere("Salle des fêtes");
        var refused = await Send(browser, place, "GIF89a"u8.ToArray(), alt: " ", source: "", agreed: false);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.RefusalOf("Photo").ShouldContain("JPEG, PNG ou WebP");
        refused.RefusalOf("Alt").ShouldContain("ne voient pas la photo");
        refused.RefusalOf("PhotoSource").ShouldContain("d’où vient la photo");
        refused.RefusalOf("Agreed").ShouldContain("cochez la case");
        var heavy = await Send(browser, place, [.. SamplePictures.Jpeg, .. new byte[3_000_000]]);
        heavy.RefusalOf("Photo").ShouldContain("trop lourde (3\u00a0Mo)");
        heavy.ValueOf("Alt").ShouldBe("La porte bleue, avec une rampe");
        (await Send(browser, place, null)).RefusalOf("Photo").ShouldContain("manque");
        (await space.Occasion(place.Id)).Version.ShouldBe(1);
        (await space.Read(db => db.Set<PhotoFile>().CountAsync(f => f.OccasionId == place.Id))).ShouldBe(0);
    }

    [Fact]
    public async Task Only_those_who_may_describe_the_place_add_a_photo_and_a_stale_form_is_told()
    {
        var (place, coordinator) = await Somewhere("Médiathèque");
        (await (await space.BrowseAs(Role.Resident)).Open($"/lieux/{place.Slug}/photos")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await space.Browse().Open($"/lieux/{place.Slug}/photos")).Location.ShouldNotBeNull().ShouldContain("/entrer");
        var denied = await space.In(services => services.GetRequiredService<AddPhoto>().Handle(new(place.Id, 1, SamplePictures.Png, "a", "b", true), Register.As("resident"), Stop));
        denied.Refusals.ShouldBe([Refusal.NotAllowed]);
        var form = await coordinator.Open($"/lieux/{place.Slug}/photos");
        await space.Describe(place.Id, 1, "Affiche", ("phone", "04 70 11 11 11"));
        (await Send(coordinator, place, SamplePictures.Png, from: form)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await Send(coordinator, place, SamplePictures.Png)).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_photo_is_described_raised_taken_off_and_put_back_through_the_history()
    {
        var (place, browser) = await Somewhere("Café");
        foreach (var (picture, words) in ((byte[], string)[])[(SamplePictures.Jpeg, "la porte"), (SamplePictures.Png, "la salle")]) (await Send(browser, place, picture, alt: words)).Status.ShouldBe(HttpStatusCode.Redirect);
        var second = (await space.Occasion(place.Id)).Photos[1];
        var page = await browser.Open($"/lieux/{place.Slug}/photos");
        (await Press(browser, page, second.Id, "Raise")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Occasion(place.Id)).Photos.Select(p => p.Alt).ShouldBe(["la salle", "la porte"]);
        (await Press(browser, await browser.Open($"/lieux/{place.Slug}/photos"), second.Id, "Describe", ("Alt", ""))).RefusalOf("alt-0").ShouldNotBeEmpty();
        (await Press(browser, await browser.Open($"/lieux/{place.Slug}/photos"), second.Id, "Describe", ("Alt", "la grande salle"))).Status.ShouldBe(HttpStatusCode.Redirect);
        (await Press(browser, await browser.Open($"/lieux/{place.Slug}/photos"), second.Id, "Remove")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Occasion(place.Id)).Photos.ShouldHaveSingleItem().Alt.ShouldBe("la porte");
        (await space.Browse().Open($"/photos/{second.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Open($"/photos/{second.Id}")).Status.ShouldBe(HttpStatusCode.OK); // who may put it back may look at it

        var history = await browser.Open($"/lieux/{place.Slug}/historique");
        history.Words.ShouldContain("Photo retirée : la grande salle");
        (await history.Send()).Status.ShouldBe(HttpStatusCode.Redirect);
        (await space.Occasion(place.Id)).Photos.Select(p => p.Alt).ShouldBe(["la grande salle", "la porte"]);
        (await space.Browse().Open($"/photos/{second.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await space.Read(db => db.Set<PhotoFile>().CountAsync(f => f.OccasionId == place.Id && f.RemovedAt != null))).ShouldBe(0);
    }

    [Fact]
    public async Task A_photo_taken_off_is_erased_after_its_time_and_then_says_so()
    {
        var (place, browser) = await Somewhere("Jardin");
        await Send(browser, place, SamplePictures.Webp);
        var photo = (await space.Occasion(place.Id)).Photos.ShouldHaveSingleItem();
        await Press(browser, await browser.Open($"/lieux/{place.Slug}/photos"), photo.Id, "Remove");
        var purge = space.Services.GetServices<IPurge>().Single(p => p.Rule == Retention.RemovedPhoto);
        var now = await space.Read(db => Task.FromResult(db.Now));
        (await space.Read(db => purge.Handle(db, now - Duration.FromDays(1), false, Stop))).ShouldBe(0);
        (await space.Read(db => purge.Handle(db, now + Duration.FromDays(31), false, Stop))).ShouldBeGreaterThan(0);
        (await browser.Open($"/photos/{photo.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var refused = await (await browser.Open($"/lieux/{place.Slug}/historique")).Send();
        (refused.Status, refused.Words.Contains("elle ne peut pas revenir", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.UnprocessableEntity, true));
    }

    [Fact]
    public async Task A_record_that_waits_for_its_review_shows_its_photo_to_nobody_else()
    {
        var (place, browser) = await Somewhere("Local proposé");
        await Send(browser, place, SamplePictures.Jpeg);
        var photo = (await space.Occasion(place.Id)).Photos.ShouldHaveSingleItem();
        await space.Act(db => db.Set<Occasion>().Where(o => o.Id == place.Id).ExecuteUpdateAsync(o => o.SetProperty(x => x.Status, OccasionStatus.Proposed), Stop));
        (await space.Browse().Open($"/photos/{photo.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await space.BrowseAs(Role.Resident)).Open($"/photos/{photo.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await browser.Open($"/photos/{photo.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Photos_follow_a_merge_and_go_back_when_it_is_undone()
    {
        var (kept, browser) = await Somewhere("Foyer");
        var (duplicate, _) = await Somewhere("Foyer rural");
        await Send(browser, kept, SamplePictures.Jpeg, alt: "la cour");
        await Send(browser, duplicate, SamplePictures.Png, alt: "le toit");
        var roof = (await space.Occasion(duplicate.Id)).Photos.ShouldHaveSingleItem();
        var coordinator = Register.As("coordinator");
        (await space.In(s => s.GetRequiredService<MergeOccasions>().Handle(new(kept.Id, 2, duplicate.Id, 2, []), coordinator, Stop))).Refusals.ShouldBeEmpty();
        (await space.Occasion(kept.Id)).Photos.Select(p => p.Alt).ShouldBe(["la cour", "le toit"]);
        (await space.Browse().Open($"/photos/{roof.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        await Press(browser, await browser.Open($"/lieux/{kept.Slug}/photos"), roof.Id, "Remove");
        (await space.Browse().Open($"/photos/{roof.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await space.In(s => s.GetRequiredService<SplitOccasion>().Handle(new(duplicate.Id), coordinator, Stop))).Refusals.ShouldBeEmpty();
        (await space.Occasion(kept.Id)).Photos.ShouldHaveSingleItem().Alt.ShouldBe("la cour");
        (await space.Occasion(duplicate.Id)).Photos.ShouldHaveSingleItem().Alt.ShouldBe("le toit");
        (await space.Browse().Open($"/photos/{roof.Id}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(Occasion Place, Browser Browser)> Somewhere(string name) => (await space.HasPlace($"{name} {Guid.NewGuid():N}"[..(name.Length + 9)]), await space.BrowseAs(Role.Coordinator));

    private static async Task<Answer> Send(Browser browser, Occasion place, byte[]? picture, string alt = "La porte bleue, avec une rampe", string source = "mairie, licence ouverte", bool agreed = true, string name = "IMG_0001.HEIC", Answer? from = null)
    {
        var path = $"/lieux/{place.Slug}/photos";
        var page = from ?? await browser.Open(path);
        var form = page.Document.QuerySelector("form[enctype='multipart/form-data']").ShouldNotBeNull();
        var content = new MultipartFormDataContent
        {
            { new StringContent(alt), "Alt" }, { new StringContent(source), "PhotoSource" }, { new StringContent(agreed ? "true" : "false"), "Agreed" },
        };
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").Where(h => h.GetAttribute("name") != "Agreed")) content.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        if (picture is not null)
        {
            var file = new ByteArrayContent(picture);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
            file.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"Photo\"; filename=\"{name.Replace('\0', '_')}\"");
            content.Add(file);
        }
        return await Answer.Of(browser, path, await browser.Http.PostAsync(path, content, Stop));
    }

    private static Task<Answer> Press(Browser browser, Answer page, Guid photo, string handler, params (string Name, string Value)[] typed)
    {
        var form = page.Document.Forms.First(f => f.QuerySelector($"input[name=PhotoId][value='{photo}']") is not null);
        form.SetAttribute("action", $"{form.GetAttribute("action")!.Split('?')[0]}?handler={handler}#{photo}");
        return browser.Send(page, $"#{photo}", typed);
    }
}

public sealed class PhotosOnSqlite(SqliteSpace space) : PhotosTests(space), IClassFixture<SqliteSpace>;

public sealed class PhotosOnPostgres(PostgresSpace space) : PhotosTests(space), IClassFixture<PostgresSpace>;
