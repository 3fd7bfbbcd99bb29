using StudyGroup.Identity;
using StudyGroup.Shared;
using Xunit;

namespace StudyGroup.Tests.Identity;

public sealed class NameTests
{
    [Theory]
    [InlineData("  Ana   Ruiz ", "Ana Ruiz")]
    [InlineData("Ana\u00a0Ruiz", "Ana Ruiz")]
    [InlineData("Zoe\u0308", "Zo\u00eb")]
    [InlineData("日本 太郎", "日本 太郎")]
    [InlineData("R2", "R2")]
    public void A_name_is_kept_with_single_spaces_and_composed_letters(string typed, string kept) => Assert.Equal(kept, DisplayName.Check(typed).Value);

    [Theory]
    [InlineData("Ana\u202enaB")]
    [InlineData("A\u200bna")]
    [InlineData("A\u2066na\u2069")]
    [InlineData("Ana\u0007")]
    [InlineData("Ana\u0000")]
    [InlineData("Ana\u3164Ruiz")]
    [InlineData("\ufeffAna")]
    [InlineData("An\ue000a")]
    public void Signs_that_cannot_be_seen_are_refused(string name) => Assert.Equal("name", DisplayName.Check(name).Error?.Code);

    [Fact]
    public void Half_a_character_is_refused() => Assert.Equal("name", DisplayName.Check("Ana \ud83d").Error?.Code);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?")]
    [InlineData(null)]
    public void A_name_needs_a_letter(string? name) => Assert.False(DisplayName.Check(name).Succeeded);

    [Fact]
    public void A_name_may_have_eighty_characters_and_no_more()
    {
        Assert.True(DisplayName.Check(new string('n', 80)).Succeeded);
        Assert.Equal("too-long", DisplayName.Check(new string('n', 81)).Error?.Code);
    }

    [Theory]
    [InlineData("Ana Ruiz", "ana ruiz")]
    [InlineData("Ana Ruiz", "AnaRuiz")]
    [InlineData("Ana Ruiz", "Аnа Ruiz")]
    [InlineData("Ana Ruiz", "Ａｎａ Ｒｕｉｚ")]
    [InlineData("Ana Ruiz", "Aná Rüiz")]
    [InlineData("Ben", "Вen")]
    [InlineData("Olof", "0lof")]
    [InlineData("Al", "A1")]
    public void Names_that_look_alike_fold_to_the_same(string one, string other) => Assert.Equal(NameFolding.Fold(one), NameFolding.Fold(other));

    [Theory]
    [InlineData("Ana", "Anna")]
    [InlineData("राम", "रीम")]
    [InlineData("かき", "がき")]
    public void Names_that_differ_fold_differently(string one, string other) => Assert.NotEqual(NameFolding.Fold(one), NameFolding.Fold(other));

    [Fact]
    public void A_folding_always_fits_its_column() => Assert.True(NameFolding.Fold(new string('\ufdfa', 80)).Length <= NameFolding.MaxLength);

    [Theory]
    [InlineData("ana@example.org", true)]
    [InlineData(" ana@example.org ", true)]
    [InlineData("ana", false)]
    [InlineData("ana@", false)]
    [InlineData("Ana <ana@example.org>", false)]
    [InlineData("ana@example.org\r\nBcc: ben@example.org", false)]
    [InlineData("a na@example.org", false)]
    public void An_address_is_one_bare_mailbox(string text, bool isGood) => Assert.Equal(isGood, EmailAddress.Check(text).Succeeded);
}
