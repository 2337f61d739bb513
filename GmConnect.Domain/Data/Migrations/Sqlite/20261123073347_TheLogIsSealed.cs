using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace GmConnect.Domain.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TheLogIsSealed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "EntryDestruction",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryDestruction", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SealBatch",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false),
                    PreviousHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Root = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    EntriesSoFar = table.Column<long>(type: "INTEGER", nullable: false),
                    Oldest = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Latest = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SealedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", maxLength: 80, nullable: false),
                    AnchoredAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealBatch", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "SealedEntry",
                columns: table => new
                {
                    BatchNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    Leaf = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SealedEntry", x => new { x.BatchNumber, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "UnsealedEntry",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnsealedEntry", x => x.EntryId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_EntryDestruction_EntryId",
                table: "EntryDestruction",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SealBatch_AnchoredAt_Oldest",
                table: "SealBatch",
                columns: new[] { "AnchoredAt", "Oldest" });

            migrationBuilder.CreateIndex(
                name: "IX_SealedEntry_EntryId",
                table: "SealedEntry",
                column: "EntryId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_UnsealedEntry_At_EntryId",
                table: "UnsealedEntry",
                columns: new[] { "At", "EntryId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EntryDestruction");

            migrationBuilder.DropTable(
                name: "SealBatch");

            migrationBuilder.DropTable(
                name: "SealedEntry");

            migrationBuilder.DropTable(
                name: "UnsealedEntry");
        }
    }
}
