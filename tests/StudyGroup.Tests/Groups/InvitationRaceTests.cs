using Microsoft.EntityFrameworkCore;
using StudyGroup.Groups;
using StudyGroup.Tests.Authorization;
using StudyGroup.Tests.Databases;
using Xunit;

namespace StudyGroup.Tests.Groups;

public sealed class InvitationRaceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, BothEngines]
    public async Task Of_twenty_who_come_at_once_on_a_link_for_seven_exactly_seven_get_in(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var people = await stage.CrowdAsync(20);
        var token = await stage.InviteAsync(Role.Participant, uses: 7);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 20, number => stage.RedeemAsync(token, people[number]));

        var ids = people.Select(person => person.AccountId).ToList();
        await using var db = await stage.ReadAsync();
        Assert.Equal(7, answers.Count(answer => answer.Succeeded));
        Assert.All(answers, answer => Assert.True(answer.Succeeded || answer.Error.Code == "invitation"));
        Assert.Equal(7, await db.Memberships().CountAsync(row => ids.Contains(row.AccountId), Cancellation));
        Assert.Equal(0, (await stage.InvitationRowAsync()).UsesLeft);
    }

    [Theory, BothEngines]
    public async Task Who_clicks_ten_times_at_once_gets_in_and_uses_one_place_up(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var token = await stage.InviteAsync(Role.Participant, uses: 5);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 10, _ => stage.RedeemAsync(token, stage.Zoe));

        Assert.All(answers, answer => Assert.Equal("herons", answer.Must()));
        Assert.Equal(4, (await stage.InvitationRowAsync()).UsesLeft);
    }

    [Theory, BothEngines]
    public async Task The_last_place_taken_by_the_first_click_is_no_refusal_for_the_second(Engine engine)
    {
        await using var stage = await Stage.CreateAsync(engine);
        var token = await stage.InviteAsync(Role.Participant, uses: 1);

        var answers = await stage.Core.MeetAsync(stage.GroupId, 10, _ => stage.RedeemAsync(token, stage.Zoe));

        Assert.All(answers, answer => Assert.Equal("herons", answer.Must()));
    }
}
