-- The index of the run's proposals, for finding similar ones: pipeline/link/store-index.ts.
create schema lookup;

-- 相似案件索引；供程序使用 // Inverted index for similar cases, for the program
create table lookup.arrays (
  version integer, -- 格式版本 // version of the format
  name varchar, -- 数组 // array
  piece integer, -- 第几段；从 0 起 // piece, from 0
  bytes blob -- 内容；二进制 // content, as in memory
);

-- 相似案件索引中的案件；一件一行 // Proposals of the index, one each
create table lookup.proposals (
  position integer, -- 在索引中的位置；从 0 起 // position in the index, from 0
  proposal_id varchar -- 案件标识 // proposal, readable and unique in a run
);
