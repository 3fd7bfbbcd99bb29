using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StudyGroup.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PassageLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "LinkStarts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReadingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartBlock = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    EndBlock = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndOffset = table.Column<int>(type: "INTEGER", nullable: false),
                    Quote = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LinkStarts", x => new { x.AccountId, x.GroupId });
                    table.ForeignKey(
                        name: "FK_LinkStarts_AspNetUsers_AccountId",
                        column: x => x.AccountId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LinkStarts_Editions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "Editions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LinkStarts_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LinkStarts_Readings_ReadingId",
                        column: x => x.ReadingId,
                        principalTable: "Readings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PassageLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    GroupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IdempotencyKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PassageLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PassageLinks_Annotations_FromId",
                        column: x => x.FromId,
                        principalTable: "Annotations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PassageLinks_Annotations_ToId",
                        column: x => x.ToId,
                        principalTable: "Annotations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PassageLinks_AspNetUsers_AuthorId",
                        column: x => x.AuthorId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PassageLinks_Groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "Groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_LinkStarts_EditionId",
                table: "LinkStarts",
                column: "EditionId");

            migrationBuilder.CreateIndex(
                name: "IX_LinkStarts_GroupId",
                table: "LinkStarts",
                column: "GroupId");

            migrationBuilder.CreateIndex(
                name: "IX_LinkStarts_ReadingId",
                table: "LinkStarts",
                column: "ReadingId");

            migrationBuilder.CreateIndex(
                name: "IX_PassageLinks_AuthorId_IdempotencyKey",
                table: "PassageLinks",
                columns: new[] { "AuthorId", "IdempotencyKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PassageLinks_FromId",
                table: "PassageLinks",
                column: "FromId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PassageLinks_GroupId_AuthorId",
                table: "PassageLinks",
                columns: new[] { "GroupId", "AuthorId" });

            migrationBuilder.CreateIndex(
                name: "IX_PassageLinks_ToId",
                table: "PassageLinks",
                column: "ToId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "LinkStarts");

            migrationBuilder.DropTable(
                name: "PassageLinks");
        }
    }
}
